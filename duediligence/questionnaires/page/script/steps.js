// One part at a time. Each has an address, so that the device's own way back works.

const steps = [...document.querySelectorAll(".step")];
const TITLE = document.title;

/** Shows the part that the address names and leads keyboard and screen reader there. */
function goToAddress(moveFocus = true) {
  const target = byId(location.hash.slice(1)) || steps[0];
  const step = target.closest(".step");
  if (!step) return;
  for (const other of steps) other.classList.toggle("current", other === step);
  const heading = step.querySelector("h2");
  document.title = step === steps[0] ? TITLE : `${heading.textContent} · ${TITLE}`;
  refreshStep();
  document.documentElement.classList.toggle("at-start", step === steps[0]);
  if (moveFocus) focusOn(step, target, heading);
}

function focusOn(step, target, heading) {
  const isQuestion = target.classList.contains("question") && !target.hidden;
  if (!isQuestion) window.scrollTo(0, 0);
  (isQuestion ? controls(target)[0] : heading).focus({ preventScroll: true });
  if (isQuestion) target.scrollIntoView();
}

/** The first part in which something is still open; else the end. */
function whereToGoOn() {
  const next = cards.find((card) => !card.hidden && !isAnswered(card));
  return next ? next.closest(".step") : steps[steps.length - 1];
}
