package org.koppel.codec;

import java.math.BigInteger;
import java.util.Locale;
import org.koppel.document.Invoice.Payment;

/** Whether what a payer will copy has the check digits that its look promises. */
final class PaymentChecks {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int OGM_DIGITS = 10;

    private PaymentChecks() {}

    static void check(Payment payment, Problems problems) {
        if (payment.reference() != null && !referenceIsGood(payment.reference().strip())) {
            problems.add(
                    "BAD_PAYMENT_REFERENCE",
                    "payment/reference",
                    "The check digits of \"" + payment.reference().strip()
                            + "\" are wrong; a bank would refuse the payment. Take the reference from the ledger again");
        }
        if (payment.iban() != null && !mod97(payment.iban().replace(" ", ""))) {
            problems.add(
                    "BAD_IBAN",
                    "payment/iban",
                    "\"" + payment.iban().strip() + "\" is no account number (IBAN); check every digit");
        }
        if (payment.means() != null && !payment.means().matches("\\d{1,2}|ZZZ|Z0[1-9]|Z10")) {
            problems.add(
                    "BAD_VALUE",
                    "payment/means",
                    "\"" + payment.means() + "\" is no code of UNCL 4461; use 30 for a credit transfer, 58 for SEPA");
        }
    }

    /** Belgian structured communication ({@code +++090/9337/55493+++}) and ISO 11649; anything else is free text. */
    private static boolean referenceIsGood(String reference) {
        if (reference.matches("[+*]{3}.*[+*]{3}|\\d{3}/\\d{4}/\\d{5}")) {
            String digits = reference.replaceAll("\\D", "");
            return digits.length() == OGM_DIGITS + 2 && ogm(digits);
        }
        String plain = reference.replace(" ", "").toUpperCase(Locale.ROOT);
        return !plain.matches("RF\\d{2}[A-Z0-9]{1,21}") || mod97(plain);
    }

    /** The rest of the first ten digits by 97 stands behind them; 97 for no rest. */
    private static boolean ogm(String digits) {
        int rest = new BigInteger(digits.substring(0, OGM_DIGITS))
                .mod(NINETY_SEVEN)
                .intValue();
        return Integer.parseInt(digits.substring(OGM_DIGITS)) == (rest == 0 ? 97 : rest);
    }

    /** ISO 7064: country and check digits go to the end, letters become numbers, the rest by 97 is 1. */
    private static boolean mod97(String number) {
        String plain = number.toUpperCase(Locale.ROOT);
        if (!plain.matches("[A-Z]{2}\\d{2}[A-Z0-9]{1,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }
}
