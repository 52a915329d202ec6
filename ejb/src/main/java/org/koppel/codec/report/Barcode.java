package org.koppel.codec.report;

import com.google.zxing.common.BitMatrix;
import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Renderable;
import org.koppel.document.Invoice;

/** A GS1-128 barcode or a QR code as a picture of two colours, quiet zones included. It is never written by Java serialisation. */
final class Barcode implements Renderable, DataRenderable, DimensionRenderable {
    private static final long serialVersionUID = 1L;
    /** Pixels of one module: whole ones, so that every bar keeps its width. */
    private static final int MODULE = 4;
    /** GS1 asks for ten modules of white at either end. */
    private static final int QUIET = 10;

    private static final int HEIGHT = 140;
    /** Longest value after AI (400), which keeps bars of a quarter of a millimetre in the width of the layouts. */
    private static final int LONGEST_ORDER = 20;

    private final String id;
    private final transient byte[] png;
    private final int width;
    private final int height;

    private Barcode(String id, int width, int height, Modules modules) {
        this.id = "barcode-" + id;
        this.width = width;
        this.height = height;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, modules.isDark(x / MODULE, y / MODULE) ? 0x000000 : 0xffffff);
            }
        }
        this.png = png(picture);
    }

    /** Which modules are dark, quiet zones included. */
    private interface Modules {
        boolean isDark(int column, int row);
    }

    private static Barcode bars(String data) {
        boolean[] modules = Code128.modules(data);
        return new Barcode(data, (modules.length + 2 * QUIET) * MODULE, HEIGHT, (column, row) -> {
            int module = column - QUIET;
            return module >= 0 && module < modules.length && modules[module];
        });
    }

    /** What a banking app scans to pay the invoice; null when it does not ask for a credit transfer in euro. */
    static Barcode ofPayment(Invoice invoice) {
        String data = PaymentCode.of(invoice);
        if (data == null) {
            return null;
        }
        BitMatrix modules = QrSymbol.of(data);
        return new Barcode("payment", modules.getWidth() * MODULE, modules.getHeight() * MODULE, modules::get);
    }

    /** A serial shipping container code, AI (00); null for anything but 18 digits. */
    static Barcode ofPackage(String sscc) {
        return sscc != null && sscc.matches("\\d{18}") ? bars("00" + sscc) : null;
    }

    /** The buyer's order number, AI (400); null for a number that the symbol does not take. */
    static Barcode ofOrder(String number) {
        boolean fits = Code128.takes(number) && number.length() <= LONGEST_ORDER;
        return fits ? bars("400" + number) : null;
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture to memory", e);
        }
        return out.toByteArray();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public byte[] getData(JasperReportsContext context) {
        return png;
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, height);
    }
}
