// Sends the way back by itself, once the number could be read and unless the buyer wants to stay; not when the browser's Back button led here.
"use strict";
const [navigation] = performance.getEntriesByType("navigation");
const leaving = document.getElementById("leaving");
if (leaving && (!navigation || navigation.type !== "back_forward")) {
  const going = setTimeout(() => document.getElementById("punchout-return").submit(), leaving.dataset.seconds * 1000);
  leaving.hidden = false;
  document.getElementById("stay").addEventListener("click", () => {
    clearTimeout(going);
    leaving.hidden = true;
  });
  addEventListener("pagehide", () => clearTimeout(going));
}
