package org.koppel.web.console;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import org.koppel.catalogue.ArticleSurcharge;

/** The fields of what an article owes; those left out are empty. */
public class SurchargeForm {
    @FormParam("article")
    @DefaultValue("")
    private String article;

    @FormParam("surcharge")
    @DefaultValue("")
    private String surcharge;

    @FormParam("amount")
    @DefaultValue("")
    private String amount;

    @FormParam("kilograms")
    @DefaultValue("")
    private String kilograms;

    @FormParam("country")
    @DefaultValue("")
    private String country;

    @FormParam("customer")
    @DefaultValue("")
    private String customer;

    @FormParam("currency")
    @DefaultValue("")
    private String currency;

    @FormParam("from")
    @DefaultValue("")
    private String from;

    @FormParam("to")
    @DefaultValue("")
    private String to;

    ArticleSurcharge said() {
        return new ArticleSurcharge(article, surcharge, amount, kilograms, country, customer, currency, from, to);
    }
}
