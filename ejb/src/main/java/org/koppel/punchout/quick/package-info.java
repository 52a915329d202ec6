/** Reads rows of article numbers and quantities that a buyer pastes or uploads. Knows neither carts nor the catalogue. */
package org.koppel.punchout.quick;
