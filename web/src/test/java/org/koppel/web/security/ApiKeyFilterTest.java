package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyFilterTest {

    @Test
    void theKeyFollowsTheSchemeInAnyCase() {
        assertThat(ApiKeyFilter.key("Bearer abc_123")).contains("abc_123");
        assertThat(ApiKeyFilter.key("bearer  abc_123 ")).contains("abc_123");
    }

    @Test
    void failuresAreCountedUnderTheNameInTheKey() {
        assertThat(ApiKeyFilter.name("bouwgroep_geheim_2")).isEqualTo("bouwgroep");
        assertThat(ApiKeyFilter.name("geheim")).isEmpty();
    }

    @Test
    void otherSchemesAndEmptyOrEndlessKeysAreNone() {
        assertThat(ApiKeyFilter.key(null)).isEmpty();
        assertThat(ApiKeyFilter.key("Basic abc")).isEmpty();
        assertThat(ApiKeyFilter.key("Bearer ")).isEmpty();
        assertThat(ApiKeyFilter.key("Bearer")).isEmpty();
        assertThat(ApiKeyFilter.key("Bearer " + "x".repeat(501))).isEmpty();
    }
}
