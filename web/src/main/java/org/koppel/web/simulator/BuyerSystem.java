package org.koppel.web.simulator;

import java.util.List;
import org.koppel.punchout.FormField;

/**
 * A kind of procurement system, as data: what it sends beside what its protocol demands.
 *
 * @param id in addresses and in the judge's rules
 * @param name as people call it
 * @param framed whether it usually opens the shop in a frame of its own page, else in a window
 * @param extras OCI and Peppol: further fields of the form; cXML: Extrinsic elements by name
 * @param userAgent of cXML; empty elsewhere
 * @param dtd version that its cXML documents name; empty elsewhere
 * @param confirmed whether a public source says that it sends this; else it is the protocol's plain call under its name
 */
public record BuyerSystem(
        String id,
        String name,
        Protocol protocol,
        List<Operation> operations,
        boolean framed,
        List<FormField> extras,
        String userAgent,
        String dtd,
        boolean confirmed) {

    public BuyerSystem {
        operations = List.copyOf(operations);
        extras = List.copyOf(extras);
    }
}
