// Takes what a refused call held, perhaps a password, out of the address bar and the history.
"use strict";
if (location.search) {
  history.replaceState(null, "", location.pathname);
}
