package org.koppel.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.koppel.inbound.UnknownMessageException;
import org.koppel.order.IllegalOrderStateException;
import org.koppel.order.InvalidDespatchException;
import org.koppel.order.UnknownOrderException;
import org.koppel.outbound.IllegalDeliveryStateException;
import org.koppel.outbound.UnknownDeliveryException;
import org.koppel.outbound.UnknownDocumentException;
import org.koppel.outbound.UnsupportedFormatException;

/** What the business refuses: 404 for what is not there, 409 for what its state forbids, 406 for a format nobody writes. */
final class RefusalMappers {
    private RefusalMappers() {}

    private static Response notFound(RuntimeException e) {
        return ProblemDetail.of(404, "NOT_FOUND", "Not Found", e.getMessage()).response();
    }

    /** 404 for a delivery. */
    @Provider
    public static class UnknownDelivery implements ExceptionMapper<UnknownDeliveryException> {
        @Override
        public Response toResponse(UnknownDeliveryException e) {
            return notFound(e);
        }
    }

    /** 404 for a document. */
    @Provider
    public static class UnknownDocument implements ExceptionMapper<UnknownDocumentException> {
        @Override
        public Response toResponse(UnknownDocumentException e) {
            return notFound(e);
        }
    }

    /** 404 for a message that cannot be replayed. */
    @Provider
    public static class UnknownMessage implements ExceptionMapper<UnknownMessageException> {
        @Override
        public Response toResponse(UnknownMessageException e) {
            return notFound(e);
        }
    }

    /** 404 for an order. */
    @Provider
    public static class UnknownOrder implements ExceptionMapper<UnknownOrderException> {
        @Override
        public Response toResponse(UnknownOrderException e) {
            return notFound(e);
        }
    }

    /** 409 for an order that has come too far, or not far enough. */
    @Provider
    public static class IllegalOrderState implements ExceptionMapper<IllegalOrderStateException> {
        @Override
        public Response toResponse(IllegalOrderStateException e) {
            return ProblemDetail.of(409, "ILLEGAL_STATE", "Not in this state", e.getMessage())
                    .response();
        }
    }

    /** 422 for a despatch that does not fit its order. */
    @Provider
    public static class InvalidDespatch implements ExceptionMapper<InvalidDespatchException> {
        @Override
        public Response toResponse(InvalidDespatchException e) {
            return ProblemDetail.of(422, "INVALID_DESPATCH", "Does not fit the order", e.getMessage())
                    .response();
        }
    }

    /** 409 while a delivery is on its way. */
    @Provider
    public static class IllegalDeliveryState implements ExceptionMapper<IllegalDeliveryStateException> {
        @Override
        public Response toResponse(IllegalDeliveryStateException e) {
            return ProblemDetail.of(409, "ILLEGAL_STATE", "Not in this state", e.getMessage())
                    .response();
        }
    }

    /** 406 for a format. */
    @Provider
    public static class UnsupportedFormat implements ExceptionMapper<UnsupportedFormatException> {
        @Override
        public Response toResponse(UnsupportedFormatException e) {
            return ProblemDetail.of(406, "UNSUPPORTED_FORMAT", "Not in this format", e.getMessage())
                    .response();
        }
    }
}
