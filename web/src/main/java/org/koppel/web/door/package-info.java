/** What the entrances of the punch-out answer when the machine behind them fails, each in the words of its callers. */
package org.koppel.web.door;
