/** What is sold: articles, classifications, prices, stock, assortments, and how they are found. */
package org.koppel.catalogue;
