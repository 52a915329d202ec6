/**
 * What a customer's administrator sees and changes on the customer's own pages, and what the order desk sets up for that. Every
 * question and every change is given the customer by the session; nothing here takes it from what a page sent.
 */
package org.koppel.operations.portal;
