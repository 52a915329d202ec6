package org.koppel.codec.ubl;

import java.util.Optional;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Party;

/** By which numbers a company of an invoice goes: electronic address and legal registration, each {@code scheme:value}; may be null. */
record CompanyNumbers(String endpoint, String registration) {

    /**
     * @param option of the registration ({@code seller-registration}); without one, the electronic address where its list is a register
     *     of companies, else the Belgian enterprise number in the VAT number
     */
    static CompanyNumbers of(FormatSettings settings, String option, Party party, String endpoint) {
        Optional<String> addressed = Optional.ofNullable(endpoint)
                .filter(e -> Ubl.REGISTERS.contains(e.substring(0, Math.max(0, e.indexOf(':')))));
        String registration = Endpoints.agreed(settings, option)
                .or(() -> addressed)
                .or(() -> Endpoints.enterprise(party))
                .orElse(null);
        return new CompanyNumbers(endpoint, registration);
    }
}
