// Keeping the answers on the device, and forgetting them.

const KEY = ["duediligence", facts.questionnaire, facts.version, facts.quick ? "quick" : "full", facts.party].join("/");
const ENTRIES = ["party_name", "party", "answered_by", "answered_on"];

/** Whether the browser lets the page keep anything; some do not, for a page from a file. */
function canKeep() {
  try {
    localStorage.setItem(`${KEY}?`, "");
    localStorage.removeItem(`${KEY}?`);
    return true;
  } catch (refused) {
    return false;
  }
}

/** Everything that was written, as it stands in the controls. */
function everything() {
  const answers = {};
  for (const card of cards) {
    const [value, evidence, note] = [given(card), evidenceOf(card).selectedIndex, noteOf(card).value];
    if (value.length || evidence || note) answers[card.id] = { value, evidence: evidenceOf(card).value, note };
  }
  return { entries: Object.fromEntries(ENTRIES.map((name) => [name, byId(name).value])), answers, elsewhere };
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(everything()));
  } catch (refused) {
    byId("not-kept").hidden = false;
  }
}

/** Puts back what was kept, else what an earlier form said. What the sender filled in stays. */
function putBack() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (!kept) return takeEarlier();
    for (const name of ENTRIES) if (!byId(name).readOnly) byId(name).value = kept.entries[name] || "";
    for (const card of cards) put(card, kept.answers[card.id]);
    elsewhere = kept.elsewhere || {};
  } catch (unusable) {
    takeEarlier();
  }
}

/** Clears the page and the device. */
function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch (refused) {
    // Nothing was kept then.
  }
  for (const name of ENTRIES) if (!byId(name).readOnly) byId(name).value = "";
  for (const card of cards) put(card);
  elsewhere = {};
}
