// Which questions are asked: the rule of the score, so that nobody is asked what will not count.

/** What is answered to a question that decides about others, wherever it stands. */
function deciding(id) {
  const card = byId(id);
  return card ? given(card) : (elsewhere[id] || {}).value;
}

/** Whether every question that decides about this one was itself asked, and left open or answered so. */
function isAsked(id) {
  return (facts.conditions[id] || []).every(([gate, among]) => opens(gate, among));
}

function opens(gate, among) {
  const value = deciding(gate);
  return isAsked(gate) && (!facts.gates[gate].includes(value) || among.includes(value));
}
