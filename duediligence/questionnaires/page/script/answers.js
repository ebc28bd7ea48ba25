// The questions on the page: what stands in their controls, and what of it is an answer.

const cards = [...document.querySelectorAll(".question")];

/** Answers from a file to questions that are not on this page; they go into the next file as they are. */
let elsewhere = {};

const controls = (card) => [...card.querySelectorAll(".answer input, .answer textarea")];
const evidenceOf = (card) => byId(`${card.id}-evidence`);
const noteOf = (card) => byId(`${card.id}-note`);
const textOf = (card) => card.querySelector(".text").textContent;

/** What stands in the controls: a text, or for several choices a list. */
function given(card) {
  const fields = controls(card);
  const chosen = fields.filter((field) => field.checked).map((field) => field.value);
  if (card.dataset.type === "several_of") return chosen;
  if (fields[0].type === "radio") return chosen[0] || "";
  return fields[0].value.trim();
}

/** Puts an answer into the controls; an empty one clears them. */
function put(card, { value = "", evidence = "", note = "" } = {}) {
  for (const field of controls(card)) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = [].concat(value).includes(field.value);
    else field.value = value;
  }
  const grade = evidenceOf(card);
  grade.value = evidence;
  if (grade.selectedIndex < 0) grade.selectedIndex = 0;
  noteOf(card).value = note;
}

/** The answer as it goes into the file (null where there is none), and what to say where it is none. */
function reading(card) {
  const value = given(card);
  const field = controls(card)[0];
  if (card.dataset.type === "date") return { value: value || null, error: dateError(field) };
  if (!value.length) return { value: null, error: "" };
  if (card.dataset.type === "number") return measured(figure(value), NUMBER());
  if (card.dataset.type === "percentage") return measured(share(value), PERCENTAGE());
  return { value, error: "" };
}

const measured = (value, advice) => ({ value, error: value === null ? advice : "" });
const NUMBER = () => word("Write the number with digits only, such as 1450 or 12.5.");
const PERCENTAGE = () => word("Write a percentage from 0% to 100%.");

/** What is wrong with a date; empty where it is one, or none at all. */
function dateError(field) {
  const [least, most] = [field.min, field.max];
  const whole = /^\d{4}-\d\d-\d\d$/.test(field.value) && field.value >= least && field.value <= most;
  const blank = !field.value && !field.validity.badInput;
  return whole || blank ? "" : word("Write the whole date: day, month and year.");
}

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x09e6];

/** Arabic, Persian and Bengali digits as those of this file; without spaces and marks of thousands. */
function plain(text) {
  const digits = [...text].map((sign) => {
    const zero = DIGIT_ZEROS.find((first) => sign.charCodeAt(0) >= first && sign.charCodeAt(0) <= first + 9);
    return zero ? String(sign.charCodeAt(0) - zero) : sign;
  });
  return digits.join("").replace(/[\s'’٬]/g, "").replace("٫", ".");
}

/** A number of 0 or more, or null. What could be thousands as well as a fraction (1,450) is asked again. */
function figure(text) {
  const digits = plain(text);
  if (!/^\d+([.,]\d+)?$/.test(digits) || /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return null;
  const number = Number(digits.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

/** A percentage with its sign, or null: a bare figure up to 1 would be read as a share. */
function share(text) {
  const digits = plain(text).replace(/[%٪]$/, "");
  const number = /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(",", ".")) : NaN;
  return number >= 0 && number <= 100 ? `${Number(number.toFixed(6))}%` : null;
}
