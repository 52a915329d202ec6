package org.koppel.codec.report;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;

/** Hands rows to JasperReports: a field is the record's component of that name, and null where the row has none. */
final class ReportRows implements JRDataSource {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getAccessor));
        }
    };

    private final Iterator<ReportRow> rows;
    private ReportRow current;

    ReportRows(List<ReportRow> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        boolean more = rows.hasNext();
        current = more ? rows.next() : null;
        return more;
    }

    @Override
    public Object getFieldValue(JRField field) throws JRException {
        Method accessor = ACCESSORS.get(current.getClass()).get(field.getName());
        try {
            return accessor == null ? null : accessor.invoke(current);
        } catch (ReflectiveOperationException e) {
            throw new JRException("Cannot read " + field.getName() + " of " + current.getClass(), e);
        }
    }
}
