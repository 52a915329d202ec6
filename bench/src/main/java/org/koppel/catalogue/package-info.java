/** Fills a catalogue of benchmark size; in the catalogue's package so that it is made of the demo's templates. */
package org.koppel.catalogue;
