/** Punch-out visits: a buyer's system opens the catalogue, a cart goes home. One sub-package per mechanism. */
package org.koppel.punchout;
