package org.koppel.punchout;

/** There is no such article for this customer: not known, or outside the assortment, which look the same to a buyer. */
public class UnknownArticleException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String article;

    public UnknownArticleException(String article) {
        super("Unknown article");
        this.article = article;
    }

    /** As it was asked for. */
    public String article() {
        return article;
    }
}
