// What the page was made from, and the words of its language.

const byId = (id) => document.getElementById(id);
const facts = JSON.parse(byId("facts").textContent);

/** The words in the page's language, with their {fields} filled in. */
function word(english, fields = {}) {
  return Object.entries(fields).reduce(
    (text, [name, value]) => text.split(`{${name}}`).join(value),
    facts.words[english],
  );
}

/** Sets a text only where it changes, so that no screen reader says it twice. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Says something to those who listen to the page. */
const tell = (text) => say(byId("told"), text);
