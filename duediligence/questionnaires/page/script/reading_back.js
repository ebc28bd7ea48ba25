// An answer file put back into the page, whoever wrote it: what can be used is, what cannot is told.

const MOST_BYTES = 5e6;

/** Reads a file that the person chose; tells what came of it. */
async function readBack(file) {
  const whole = await parsed(file);
  if (!whole || typeof whole.answers !== "object" || !whole.answers) {
    return report(word("This is not an answer file."));
  }
  if (whole.questionnaire !== facts.questionnaire) {
    return report(word("This file answers another questionnaire: {name}.", { name: String(whole.questionnaire) }));
  }
  const refused = Object.entries(whole.answers).filter(([id, answer]) => !takeAnswer(id, answer));
  takeEntries(whole);
  const read = Object.keys(whole.answers).length - refused.length;
  return report(word("Answers read from the file: {count}.", { count: read }), refused.map(refusal));
}

async function parsed(file) {
  try {
    return file.size > MOST_BYTES ? null : JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch (unreadable) {
    return null;
  }
}

function report(text, lines = []) {
  byId("read-back").replaceChildren(made("p", text), ...(lines.length ? [made("ul", "", ...lines)] : []));
}

function refusal([id, answer]) {
  const value = answer && typeof answer === "object" && "value" in answer ? answer.value : answer;
  return made("li", word("{id}: “{value}” was not taken over.", { id, value: String(value) }));
}

function takeEntries(whole) {
  for (const name of ENTRIES) {
    if (!byId(name).readOnly && whole[name]) byId(name).value = String(whole[name]);
  }
}

/** What the page was sent with. */
function takeEarlier() {
  for (const [id, answer] of Object.entries(facts.earlier)) takeAnswer(id, answer);
}

/** Puts one answer where it belongs; false where its question is unknown or does not allow it. */
function takeAnswer(id, answer) {
  const whole = answer && typeof answer === "object" && !Array.isArray(answer) ? answer : { value: answer };
  const card = cards.find((one) => one.id === id);
  if (!card) return takeElsewhere(id, whole);
  const value = isBlank(whole.value) ? "" : entered(card, whole.value);
  if (value === null) return false;
  put(card, { value, evidence: gradeOf(card, whole.evidence), note: String(whole.note || "") });
  judge(card);
  return true;
}

function takeElsewhere(id, whole) {
  if (!facts.elsewhere.includes(id)) return false;
  const choice = facts.gates[id] && choiceAmong(facts.gates[id], whole.value);
  elsewhere[id] = choice ? { ...whole, value: choice } : whole;
  return true;
}

const isBlank = (value) => value === undefined || value === null || String(value).trim() === "";
const folded = (text) => String(text).replace(/’/g, "'").toLowerCase().split(/\s+/).filter(Boolean).join(" ").replace(/\.+$/, "");
const choiceAmong = (choices, value) => choices.find((choice) => folded(choice) === folded(value));

/** The choice of a card that the value names, in English or in the words of the page. */
function choiceOf(card, value) {
  const meant = (field) => [field.value, field.parentElement.textContent].some((text) => folded(text) === folded(value));
  const chosen = controls(card).find(meant);
  return chosen && chosen.value;
}

/** The value as the card's controls hold it; null where they cannot. */
function entered(card, value) {
  if (card.dataset.type === "several_of") return severalOf(card, value);
  if (controls(card)[0].type === "radio") return choiceOf(card, value) || null;
  if (card.dataset.type === "number") return numberOf(String(value));
  if (card.dataset.type === "percentage") return percentageOf(value);
  if (card.dataset.type === "date") return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  return typeof value === "object" ? null : String(value);
}

function severalOf(card, value) {
  const parts = (Array.isArray(value) ? value : String(value).split(/[;؛\n]/)).filter((part) => !isBlank(part));
  const chosen = parts.map((part) => choiceOf(card, part));
  const lone = controls(card).find((field) => "alone" in field.dataset && chosen.includes(field.value));
  return chosen.includes(undefined) || (lone && chosen.length > 1) ? null : chosen;
}

/** In a file a point is always that of a fraction; a nought behind it says so to a reader of the page. */
function numberOf(text) {
  const clear = /^\d+\.\d{3}$/.test(text) ? `${text}0` : text;
  return figure(clear) === null ? null : clear;
}

/** A bare figure up to 1 is a share, as everywhere else in answer files. */
function percentageOf(value) {
  const bare = figure(String(value));
  const read = share(bare !== null && bare <= 1 ? `${bare * 100}` : String(value));
  return read && read.replace("%", "");
}

/** The grade by its figure, its words or both; a claim where it is none of them. */
function gradeOf(card, value) {
  const grades = [...evidenceOf(card).options].map((option) => option.value);
  const meant = folded(value === undefined || value === null ? "" : value);
  return grades.find((grade) => [grade, grade[0], grade.slice(2)].includes(meant)) || grades[0];
}
