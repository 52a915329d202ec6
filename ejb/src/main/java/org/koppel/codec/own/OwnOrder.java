package org.koppel.codec.own;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Order;
import org.koppel.platform.Json;

/** The record {@link Order} as JSON, without its card: that is the parked cart's. */
final class OwnOrder {
    static final FormatId FORMAT = new FormatId("koppel-order");

    private OwnOrder() {}

    static Order read(InputStream in) throws DocumentException, IOException {
        Order order = parsed(in);
        Problems problems = new Problems();
        new OwnChecks(problems).order(order);
        problems.throwIfAny();
        return order;
    }

    private static Order parsed(InputStream in) throws DocumentException, IOException {
        try {
            Order order = Json.mapper().readValue(BoundedJson.of(in), Order.class);
            if (order != null) {
                return order;
            }
            throw new DocumentException(malformed("An order is expected"), null);
        } catch (BoundedJson.RefusedException e) {
            throw e.why();
        } catch (StreamConstraintsException e) {
            throw new DocumentException(JsonTree.tooDeep(e), e);
        } catch (CharConversionException e) {
            throw new DocumentException(malformed("This is no text: " + e.getMessage() + "; send UTF-8"), e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof BoundedJson.RefusedException refused) { // inside of a line
                throw refused.why();
            }
            throw new DocumentException(malformed("This is not the JSON of an order: " + e.getOriginalMessage()), e);
        }
    }

    private static Problem malformed(String why) {
        return new Problem("MALFORMED_JSON", "", why);
    }
}
