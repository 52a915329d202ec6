/** Pages and texts: JTE templates compiled in the build, message bundles in nl, fr, de and en. */
package org.koppel.web.view;
