/** Value objects that every other package speaks with: parties, document numbers, money, quantities, units. */
package org.koppel.shared;
