// The last script of every page: what cannot work without scripts appears, and the address is obeyed.
"use strict";
document.body.classList.add("js");
byId("tools").hidden = false;
recall();
