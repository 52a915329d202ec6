package org.koppel.codec.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A QR code (ISO/IEC 18004) at error correction level M, which EPC069-12 prescribes, with the four modules of white around it. */
final class QrSymbol {
    private static final int QUIET = 4;

    private QrSymbol() {}

    /**
     * @param data in UTF-8; the bytes go in as they are, without the mark of a character set (ECI), which some banking apps do not know
     */
    static BitMatrix of(String data) {
        String bytes = new String(data.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET);
        try {
            return new QRCodeWriter().encode(bytes, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("A QR code cannot hold " + data.length() + " characters", e);
        }
    }
}
