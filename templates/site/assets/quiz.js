// The self-test, one question at a time. The answers are the page's own boxes and nothing else:
// nothing is kept, nothing is sent, the address stays. Which result fits stands in the page.
(() => {
  const quiz = document.querySelector("[data-quiz]");
  if (!quiz) return;
  const say = JSON.parse(quiz.dataset.quiz);
  const find = (name) => quiz.querySelector(`[data-${name}]`);
  const questions = [...find("questions").children];
  const verdicts = [...find("verdicts").children];
  const heading = (question) => question.querySelector("h2");
  const answer = (question) => question.querySelector("input:checked")?.value;
  const make = (name, text, kind = "") =>
    Object.assign(document.createElement(name), { textContent: text, className: kind });
  const button = (text, kind, act) => {
    const made = make("button", text, kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  let at = 0;
  let touched = false;
  let done = false; // the result has been shown: a changed answer leads back to it

  const show = (number, focus = true) => {
    at = number;
    quiz.classList.remove("hb-quiz-over");
    quiz.classList.add("hb-quiz-asking");
    questions.forEach((question, index) => question.classList.toggle("hb-now", index === at));
    find("progress").textContent = say.progress.replace("{number}", at + 1).replace("{count}", questions.length);
    find("progress").style.setProperty("--part", (at + 1) / questions.length);
    for (const one of answers) one.setAttribute("aria-pressed", String(one.value === answer(questions[at])));
    back.hidden = !at;
    if (focus) heading(questions[at]).focus();
  };

  const answers = ["yes", "no", "unsure"].map((name) => {
    const made = button(say[name], `hb-answer hb-answer-${name}`, () => {
      touched = true;
      questions[at].querySelector(`input[value="${name}"]`).checked = true;
      const open = questions.findIndex((question) => !answer(question));
      if (open < 0 && (done || at === questions.length - 1)) result();
      else show(at < questions.length - 1 && !done ? at + 1 : open);
    });
    made.value = name;
    return made;
  });
  const back = button(say.previous, "hb-button hb-button-plain hb-quiz-back", () => show(at - 1));

  // The first, from the top, whose group has enough answers of yes; then the one for what is not
  // sure, if anything is; one without a group always.
  const fits = ({ dataset: { group, atLeast, unsure } }) => {
    if (unsure !== undefined) return questions.some((question) => answer(question) === "unsure");
    return group === undefined || questions.filter(
      (question) => question.dataset.group === group && answer(question) === "yes").length >= Number(atLeast);
  };

  const because = (name) => {
    const box = quiz.querySelector(`[data-because="${name}"]`);
    const chosen = questions.filter((question) => answer(question) === name);
    box.hidden = !chosen.length;
    box.querySelector("ul").replaceChildren(...chosen.map((question) => {
      const item = make("li", "");
      item.append(make("h3", heading(question).textContent),
        ...question.querySelector("[data-why-asked]").cloneNode(true).childNodes);
      return item;
    }));
  };

  const result = () => {
    done = true;
    quiz.classList.remove("hb-quiz-asking");
    quiz.classList.add("hb-quiz-over");
    const verdict = verdicts.find(fits);
    for (const one of verdicts) one.classList.toggle("hb-now", one === verdict);
    const urgent = verdict?.querySelector(".hb-verdict-calls");
    for (const calls of quiz.querySelectorAll(".hb-verdict-calls")) calls.hidden = calls !== urgent;
    quiz.querySelector(".hb-quiz-calls").hidden = Boolean(urgent);
    because("yes");
    because("unsure");
    find("answers").querySelector("ol").replaceChildren(...questions.map((question, number) => {
      const item = make("li", "");
      const change = button(say.change, "hb-quiz-change", () => show(number));
      change.setAttribute("aria-label", `${say.change} ${number + 1}`);
      item.append(make("span", heading(question).textContent), make("b", say[answer(question)]), change);
      return item;
    }));
    find("answers").open = false;
    (verdict?.querySelector("h3") ?? find("yours")).focus();
    scrollTo(0, 0);
  };

  const restart = (focus) => {
    for (const input of quiz.querySelectorAll("input")) input.checked = false;
    done = touched = false;
    show(0, focus);
  };

  find("buttons").append(...answers, back);
  for (const name of ["progress", "buttons", "yours", "answers", "print-result", "again", "print-blank"]) {
    find(name).hidden = false;
  }
  find("again").addEventListener("click", () => restart(true));
  find("print-result").addEventListener("click", () => print());
  find("print-blank").addEventListener("click", () => {
    quiz.classList.add("hb-quiz-on-paper");
    print();
  });
  addEventListener("afterprint", () => quiz.classList.remove("hb-quiz-on-paper"));
  // A page that one comes back to begins anew, like one that is loaded again: some browsers keep
  // the whole page, others fill in its boxes once it is loaded.
  addEventListener("pageshow", (event) => {
    if (event.persisted || !touched) restart(false);
  });
  restart(false);
})();
