package org.koppel.web.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CxmlCatalogueServletTest {

    @Test
    void theKeyIsATokenOrThePasswordOfWhomever() {
        assertThat(CxmlCatalogueServlet.key("Bearer k_1")).contains("k_1");
        assertThat(CxmlCatalogueServlet.key("basic YW55Ym9keTprXzE=")).contains("k_1");
    }

    @Test
    void whateverElseIsNoKey() {
        assertThat(CxmlCatalogueServlet.key(null)).isEmpty();
        assertThat(CxmlCatalogueServlet.key("Bearer")).isEmpty();
        assertThat(CxmlCatalogueServlet.key("Basic ???")).isEmpty();
        assertThat(CxmlCatalogueServlet.key("Digest k_1")).isEmpty();
        assertThat(CxmlCatalogueServlet.key("Bearer " + "k".repeat(2_000))).isEmpty();
    }
}
