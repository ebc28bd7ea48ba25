// How far one has come: what is shown, counted and still open.

/** Shows the questions that are asked and counts those with an answer, by part and whole. */
function refresh() {
  for (const card of cards) refreshCard(card);
  for (const place of document.querySelectorAll(".standing")) {
    const theme = place.dataset.theme ? byId(place.dataset.theme) : place.closest(".theme");
    const { asked, answered } = count([...theme.querySelectorAll(".question")]);
    say(place, asked ? word("{answered} of {asked} answered", { answered, asked }) : word("does not concern you"));
    place.classList.toggle("whole", answered === asked);
    theme.classList.toggle("empty", !asked);
  }
  const { asked, answered } = count(cards);
  say(byId("progress"), word("{answered} of {asked} answered", { answered, asked }));
  byId("progress-bar").max = asked || 1;
  byId("progress-bar").value = answered;
  refreshStep();
}

/** What only the first and the last step show, while they are in sight. */
function refreshStep() {
  if (byId("end").classList.contains("current")) refreshEnd();
  if (byId("start").classList.contains("current")) refreshStart();
}

/** Somebody who comes back is led on from where they stopped. */
function refreshStart() {
  const onward = byId("begin").querySelector("a");
  const begun = cards.some(isAnswered);
  say(onward, begun ? word("Go on where you left off") : word("Begin"));
  onward.href = `#${(begun ? whereToGoOn() : steps[1]).id}`;
}

function refreshCard(card) {
  card.hidden = !isAsked(card.id);
  const answered = isAnswered(card);
  card.classList.toggle("answered", answered);
  card.querySelector(".clear").hidden = !given(card).length && !evidenceOf(card).selectedIndex && !noteOf(card).value;
  const grade = evidenceOf(card);
  const parts = [grade.selectedIndex ? grade.options[grade.selectedIndex].textContent : "", noteOf(card).value.trim()];
  say(card.querySelector(".state"), parts.filter(Boolean).join(" · "));
}

function isAnswered(card) {
  const { value, error } = reading(card);
  return value !== null && !error;
}

function count(some) {
  const asked = some.filter((card) => !card.hidden);
  return { asked: asked.length, answered: asked.filter(isAnswered).length };
}

/** The last step: what should be looked at again, and what is open, part by part. */
function refreshEnd() {
  const { asked, answered } = count(cards);
  say(byId("whole"), word("{answered} of {asked} questions answered", { answered, asked }));
  const shown = cards.filter((card) => !card.hidden);
  const doubtful = shown.filter((card) => reading(card).error);
  const open = shown.filter((card) => !isAnswered(card) && !doubtful.includes(card));
  list("doubtful", doubtful.length ? [linksTo(doubtful)] : []);
  list("open", [...document.querySelectorAll(".theme")].flatMap((theme) => openPart(theme, open)));
  byId("complete").hidden = answered < asked;
  byId("copy-text").value = fileText();
}

function list(id, parts) {
  byId(id).hidden = !parts.length;
  byId(id).querySelector("div").replaceChildren(...parts);
}

/** A part's open questions behind its title; to be seen at once where few are left. */
function openPart(theme, open) {
  const own = open.filter((card) => card.closest(".theme") === theme);
  if (!own.length) return [];
  const title = theme.querySelector("h2").textContent;
  const summary = made("summary", `${title} · ${word("open: {count}", { count: own.length })}`);
  const part = made("details", "", summary, linksTo(own));
  part.open = open.length <= FEW;
  return [part];
}

const FEW = 8;

function linksTo(some) {
  const links = made("ul", "", ...some.map((card) => {
    const link = made("a", textOf(card));
    link.href = `#${card.id}`;
    return made("li", "", link);
  }));
  links.className = "links";
  return links;
}

function made(tag, text, ...inside) {
  const element = document.createElement(tag);
  element.append(...(text ? [text] : []), ...inside);
  return element;
}

/** Says beside a field what is wrong with it, or takes that back. */
function mark(field, error, place) {
  say(place, error);
  if (error) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Judges the typed answers of a card; choices cannot be wrong. */
function judge(card) {
  mark(controls(card)[0], reading(card).error, byId(`${card.id}-error`));
}
