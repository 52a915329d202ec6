package org.koppel.codec.report;

import java.io.IOException;
import net.sf.jasperreports.engine.JRException;

/** Work done by JasperReports, in memory. */
interface Rendering {

    byte[] render() throws JRException;

    /**
     * Does the work with our own class loader as the thread's: JasperReports looks its extensions and fonts up there and keeps
     * them by class loader, so whoever calls finds the same ones.
     *
     * @param what what is being rendered, for the message; no contents
     * @throws IOException when JasperReports fails
     */
    static byte[] of(String what, Rendering work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Rendering.class.getClassLoader());
        try {
            return work.render();
        } catch (JRException e) {
            throw new IOException("Cannot render " + what, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
