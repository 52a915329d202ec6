// Sends the return form by itself once; not when the buyer came back to the page by the browser's Back button.
"use strict";
const [navigation] = performance.getEntriesByType("navigation");
const form = document.getElementById("punchout-return");
if (form && (!navigation || navigation.type !== "back_forward")) {
  form.submit();
}
