// The page comes to life.

const pageForm = byId("form");
let unsaved = false;

function changed() {
  unsaved = true;
  say(byId("saved"), "");
  say(byId("deleted"), "");
  refresh();
  keep();
}

/** Of several answers one may exclude the others: whichever was chosen last holds. */
function holdApart(chosen) {
  if (chosen.type !== "checkbox" || !chosen.checked) return;
  const card = chosen.closest(".question");
  if (!card) return;
  const alone = (field) => "alone" in field.dataset;
  const against = controls(card).filter(
    (field) => field !== chosen && field.checked && (alone(field) || alone(chosen)),
  );
  for (const field of against) field.checked = false;
  if (against.length) tell(word("One of these answers cannot stand beside others; what did not fit was cleared."));
}

pageForm.addEventListener("submit", (event) => event.preventDefault());
pageForm.addEventListener("input", (event) => {
  const card = event.target.closest(".question");
  // A choice changes only once; while a person writes, a fault is taken back but never raised.
  if (event.target.type === "radio" || event.target.type === "checkbox") return;
  if (card && !reading(card).error) judge(card);
  grow(event.target);
  if (card || ENTRIES.includes(event.target.id)) changed();
});
pageForm.addEventListener("change", (event) => {
  const card = event.target.closest(".question");
  tell("");
  holdApart(event.target);
  if (card) judge(card);
  if (event.target.id === "answered_on") mark(event.target, dateError(event.target), byId("answered_on-error"));
  if (card || ENTRIES.includes(event.target.id)) changed();
});
// A date that is only half written changes nothing, and would be lost in silence.
pageForm.addEventListener("focusout", (event) => {
  const card = event.target.type === "date" && event.target.closest(".question");
  if (card) judge(card);
});

function grow(field) {
  if (field.tagName !== "TEXTAREA") return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function clearCard(card) {
  put(card);
  judge(card);
  changed();
  controls(card)[0].focus();
}

const onClick = (id, act) => byId(id).addEventListener("click", act);
for (const card of cards) card.querySelector(".clear").addEventListener("click", () => clearCard(card));

onClick("save", () => {
  saveFile();
  unsaved = false;
});
onClick("copy", copyText);
onClick("print", () => window.print());

onClick("delete", () => {
  byId("sure").hidden = false;
  byId("delete-not").focus();
});
onClick("delete-not", () => {
  byId("sure").hidden = true;
  byId("delete").focus();
});
onClick("delete-now", () => {
  forget();
  for (const card of cards) judge(card);
  unsaved = false;
  byId("sure").hidden = true;
  refresh();
  say(byId("saved"), "");
  say(byId("deleted"), word("Your answers are deleted from this device."));
  byId("delete").focus();
});

byId("earlier").addEventListener("change", async (event) => {
  if (!event.target.files.length) return;
  await readBack(event.target.files[0]);
  event.target.value = "";
  changed();
});
byId("keep-open").addEventListener("change", (event) => {
  for (const help of document.querySelectorAll(".help")) help.open = event.target.checked;
});

/** On paper nothing can be opened. */
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".question details:not([open])")];
  for (const part of opened) part.open = true;
  document.querySelectorAll("textarea").forEach(grow);
});
window.addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});

const canBeKept = canKeep();
byId("not-kept").hidden = canBeKept;
window.addEventListener("beforeunload", (event) => {
  if (!canBeKept && unsaved) event.preventDefault();
});
window.addEventListener("hashchange", () => goToAddress());
// Its own address would stand between two parts on the way back.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});

document.documentElement.classList.add("on");
putBack();
refresh();
cards.forEach(judge);
goToAddress(Boolean(location.hash));
