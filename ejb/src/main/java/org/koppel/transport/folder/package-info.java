/** Folders of the server's own machine, below {@code KOPPEL_FOLDER_ROOT}: a share that somebody else writes to or reads from. */
package org.koppel.transport.folder;
