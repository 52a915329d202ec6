package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koppel.web.api.ApiApplication;
import org.koppel.web.console.ConsoleApplication;
import org.koppel.web.portal.PortalApplication;

/** Nothing is reachable by oversight: every address of API and console says who may use it. */
class ResourceRulesTest {
    private static final Set<Class<?>> API = new ApiApplication().getClasses();
    private static final Set<Class<?>> CONSOLE = new ConsoleApplication().getClasses();
    private static final Set<Class<?>> PORTAL = new PortalApplication().getClasses();

    private static List<Method> resourceMethods(Set<Class<?>> classes) {
        return classes.stream()
                .filter(c -> c.isAnnotationPresent(Path.class))
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> Arrays.stream(m.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
                .toList();
    }

    private static Stream<String> roles(Method method) {
        RolesAllowed rule = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return rule == null ? Stream.empty() : Arrays.stream(rule.value());
    }

    @Test
    void everyAddressOfTheApiNeedsACustomerOrTheSupplier() {
        assertThat(resourceMethods(API)).hasSizeGreaterThan(10).allSatisfy(m -> {
            assertThat(m.isAnnotationPresent(PermitAll.class)).as(m.toString()).isFalse();
            assertThat(roles(m)).as(m.toString()).isNotEmpty().isSubsetOf(Roles.CUSTOMER, Roles.SUPPLIER);
        });
    }

    @Test
    void everyPageOfTheConsoleNeedsAnOperatorOrIsOpenOnPurpose() {
        assertThat(resourceMethods(CONSOLE)).hasSizeGreaterThan(10).allSatisfy(m -> {
            List<String> roles = roles(m).toList();
            assertThat(m.isAnnotationPresent(PermitAll.class) || roles.equals(List.of(Roles.OPERATOR)))
                    .as(m.toString())
                    .isTrue();
        });
    }

    @Test
    void onlyLoggingInAndOutAndPreferencesAreOpenToAll() {
        assertThat(resourceMethods(CONSOLE).stream()
                        .filter(m -> m.isAnnotationPresent(PermitAll.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("form", "login", "logout", "prefer");
    }

    @Test
    void everyPageOfACustomerNeedsItsAdministratorButForLoggingInAndInvitations() {
        assertThat(resourceMethods(PORTAL)).hasSizeGreaterThan(20).allSatisfy(m -> {
            List<String> roles = roles(m).toList();
            assertThat(m.isAnnotationPresent(PermitAll.class) || roles.equals(List.of(Roles.ADMINISTRATOR)))
                    .as(m.toString())
                    .isTrue();
        });
        assertThat(resourceMethods(PORTAL).stream()
                        .filter(m -> m.isAnnotationPresent(PermitAll.class))
                        .map(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName()))
                .containsExactlyInAnyOrder(
                        "PortalSessionResource.form",
                        "PortalSessionResource.login",
                        "PortalSessionResource.logout",
                        "PortalSessionResource.prefer",
                        "InvitationResource.show",
                        "InvitationResource.accept");
    }

    @Test
    void onlyTheReturnPageMayBePostedToByOtherSites() {
        assertThat(resourceMethods(CONSOLE).stream()
                        .filter(m -> m.isAnnotationPresent(FromAnywhere.class))
                        .map(Method::getName))
                .containsExactly("cameBack");
    }

    @Test
    void everyResourceIsListedInItsApplication() {
        Set<String> listed = Stream.of(API, CONSOLE, PORTAL)
                .flatMap(Set::stream)
                .map(Class::getName)
                .collect(Collectors.toSet());
        Set<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.koppel.web.api", "org.koppel.web.console", "org.koppel.web.portal")
                        .stream()
                        .filter(c -> c.isAnnotatedWith(Path.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(listed).containsAll(written);
    }
}
