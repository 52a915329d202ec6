/** What the fuzz targets of all packages share; see {@code docs/testing.md}. */
package org.koppel.fuzz;
