package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/** The records of all files behind the header of the first, whose count (bytes 4 to 7) is put right. */
@ApplicationScoped
public class DbfJoiner implements FileJoiner {
    private static final int RECORDS = 4;
    private static final int HEADER_LENGTH = 8;
    private static final int RECORD_LENGTH = 10;
    private static final int FIELDS = 32;
    private static final byte END = 0x1A;

    @Override
    public Collection<FormatId> formats() {
        return List.of(DbfFormat.ID);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) throws DocumentException {
        byte[] first = files.get(0);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int count = 0;
        for (byte[] file : files) {
            ByteBuffer fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int header = Short.toUnsignedInt(fields.getShort(HEADER_LENGTH));
            int length = Short.toUnsignedInt(fields.getShort(RECORD_LENGTH)) * fields.getInt(RECORDS);
            if (!Arrays.equals(first, FIELDS, header, file, FIELDS, header)) {
                throw new DocumentException(
                        new Problem("DIFFERENT_FIELDS", "header", "These tables have different fields"));
            }
            records.write(file, header, length);
            count += fields.getInt(RECORDS);
        }
        int header = Short.toUnsignedInt(
                ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getShort(HEADER_LENGTH));
        ByteBuffer joined = ByteBuffer.allocate(header + records.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        joined.put(first, 0, header).put(records.toByteArray()).put(END);
        joined.putInt(RECORDS, count);
        return joined.array();
    }
}
