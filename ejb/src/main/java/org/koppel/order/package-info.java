/** Purchase orders: received, answered by the customer's policy, matched with the cart they came from. */
package org.koppel.order;
