package org.koppel.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.report.BareJasper;
import org.koppel.codec.report.OrderResponsePdfWriter;
import org.koppel.document.OrderResponse;

/** PDFs a second of the writer that ships, beside JasperReports alone with the same layout and data; taking turns. */
final class PdfRace {
    private static final int WARM_UP = 300;
    private static final int TURN = 150;
    private static final int PAIRS = 7;

    private PdfRace() {}

    static List<Figure> run(OrderResponse response) throws IOException, JRException, DocumentException {
        OrderResponsePdfWriter writer = new OrderResponsePdfWriter();
        BareJasper bare = new BareJasper(response);
        ours(writer, response, WARM_UP);
        bare(bare, WARM_UP);
        double[] ratios = new double[PAIRS];
        List<Double> rates = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            double our = ours(writer, response, TURN);
            double peer = bare(bare, TURN);
            rates.add(our);
            peers.add(peer);
            ratios[i] = our / peer;
        }
        Samples ratio = new Samples(ratios);
        return List.of(Figure.atLeast(
                "PDF of a confirmation with 10 lines, one thread (" + ratio.spread() + ")",
                String.format(Locale.ROOT, "%.0f/s", rates.get(PAIRS / 2)),
                String.format(Locale.ROOT, "%.0f/s bare JasperReports", peers.get(PAIRS / 2)),
                ratio.median(),
                0.9));
    }

    private static double ours(OrderResponsePdfWriter writer, OrderResponse response, int times)
            throws IOException, DocumentException {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            writer.write(response, FormatSettings.DEFAULT, new ByteArrayOutputStream(64 * 1024));
        }
        return times * 1e9 / (System.nanoTime() - begin);
    }

    private static double bare(BareJasper bare, int times) throws JRException {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            bare.pdf();
        }
        return times * 1e9 / (System.nanoTime() - begin);
    }
}
