// The answer file: what the page gives out. Its values are the same in every language.

/** Today on this device, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function answeredOn() {
  const field = byId("answered_on");
  return field.value && !dateError(field) ? field.value : today();
}

/** In the order in which the program writes it; what is empty is left out. */
function answerFile() {
  const { questionnaire, version, sha256, language } = facts;
  const file = { questionnaire, version, sha256, language };
  for (const name of ["party", "party_name"]) file[name] = byId(name).value.trim();
  file.answered_on = answeredOn();
  file.answered_by = byId("answered_by").value.trim();
  for (const [name, value] of Object.entries(file)) if (!value) delete file[name];
  return { ...file, answers: answersToGive() };
}

/** Only what is asked: nobody gives answers that are not in sight. */
function answersToGive() {
  const answers = {};
  for (const card of cards.filter((one) => !one.hidden)) {
    const given = answerOf(card);
    if (given) answers[card.id] = given;
  }
  for (const [id, given] of Object.entries(elsewhere)) if (isAsked(id)) answers[id] = given;
  return answers;
}

function answerOf(card) {
  const { value, error } = reading(card);
  const note = noteOf(card).value.trim();
  const usable = value !== null && !error;
  if (!usable && !note) return null;
  const answer = usable ? { value: Array.isArray(value) ? value.join("; ") : value } : {};
  if (usable && evidenceOf(card).selectedIndex) answer.evidence = evidenceOf(card).value;
  if (note) answer.note = note;
  return answer;
}

const fileText = () => `${JSON.stringify(answerFile(), null, 1)}\n`;
const fileName = () => `${facts.questionnaire}-${answeredOn()}.json`;

/** Offers the file, and its text for browsers that let no file through. */
function saveFile() {
  const address = URL.createObjectURL(new Blob([fileText()], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName();
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  say(byId("saved"), savedText());
}

function savedText() {
  const left = cards.filter((card) => !card.hidden && reading(card).error).length;
  const name = word("Your answers are in the file {name}.", { name: fileName() });
  return left ? `${name} ${word("Answers that could not be read and are not in it: {count}; see above.", { count: left })}` : name;
}

async function copyText() {
  const area = byId("copy-text");
  area.value = fileText();
  area.focus();
  area.select();
  say(byId("copied"), (await copied(area)) ? word("Copied.") : word("Please copy the marked text yourself."));
}

async function copied(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch (refused) {
    return document.execCommand("copy");
  }
}
