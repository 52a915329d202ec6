package org.koppel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests run on a younger PostgreSQL than the oldest one Koppel promises, 14: nothing that came later may stand in its SQL. */
class OldestPostgresTest {
    /** What came after 14, by the version that brought it (release notes of PostgreSQL 15 to 18). */
    private static final Map<String, Pattern> LATER = later(
            "15 nulls not distinct", "nulls\\s+not\\s+distinct",
            "15 merge", "\\bmerge\\s+into\\b",
            "15 security_invoker", "\\bsecurity_invoker\\b",
            "15 create database strategy", "\\bstrategy\\b\\s*=?\\s*'?(wal_log|file_copy)",
            "15 regexp functions", "\\bregexp_(count|instr|like|substr)\\s*\\(",
            "15 set null of some columns", "\\bset\\s+(null|default)\\s*\\([a-z]",
            "16 any_value and others",
                    "\\b(any_value|array_shuffle|array_sample|random_normal|date_add|date_subtract)\\s*\\(",
            "16 pg_stat_io", "\\bpg_stat_io\\b",
            "16 is json", "\\bis\\s+(not\\s+)?json\\b",
            "16 json constructors", "\\bjson_(array|arrayagg|objectagg)\\s*\\(",
            "16 numbers with _, 0x, 0o, 0b", "(?<![\\w'$])(\\d+_\\d+|0x[0-9a-f]+|0o[0-7]+|0b[01]+)\\b",
            "16 pg_input_is_valid", "\\bpg_input_(is_valid|error_info)\\b",
            "17 sql/json", "\\bjson_(table|exists|query|value|scalar|serialize)\\s*\\(",
            "17 functions", "\\b(to_bin|to_oct|xmltext|uuid_extract_\\w+)\\s*\\(",
            "17 random in a range", "\\brandom\\s*\\(\\s*[^)\\s]",
            "18 returning old and new", "\\breturning\\b[^;]*\\b(old|new)\\.",
            "18 functions", "\\b(uuidv4|uuidv7|casefold|array_sort|array_reverse)\\s*\\(",
            "18 constraints", "\\bwithout\\s+overlaps\\b|\\bnot\\s+enforced\\b");

    private static final Pattern DERIVED =
            Pattern.compile("\\b(from|join)\\s+(lateral\\s+)?\\(\\s*(select|values|with)\\b");
    private static final Pattern NAMED = Pattern.compile(
            "\\s+(as\\s+)?(?!(where|group|order|on|join|left|right|full|inner|cross|limit|union|for|having|returning|as)\\b)[a-z_]\\w*");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    /** Between two literals of one text: a plus, or something put in between. */
    private static final Pattern GOES_ON = Pattern.compile("\\s*\\+\\s*([\\w.()]+\\s*\\+\\s*)?");

    private static final Pattern SQL = Pattern.compile(
            "^\\s*(select|insert|update|delete|with|create|alter|drop|merge|lock|truncate|copy)\\b|\\b(from|where|on"
                    + " conflict)\\s",
            Pattern.CASE_INSENSITIVE);

    @Test
    void allMigrationsAreKnownToIt() throws IOException {
        List<Path> migrations = files(Path.of("src/main/resources/db/migration"), ".sql");
        List<String> found = new ArrayList<>();
        for (Path file : migrations) {
            found.addAll(laterThings(file, withoutComments(Files.readString(file))));
        }

        assertThat(migrations).hasSizeGreaterThan(30);
        assertThat(found).isEmpty();
    }

    @Test
    void theSqlOfTheCodeIsKnownToIt() throws IOException {
        List<String> found = new ArrayList<>();
        int texts = 0;
        for (String module : List.of("../ejb", "../web")) {
            for (Path file : files(Path.of(module, "src/main/java"), ".java")) {
                for (String text : texts(Files.readString(file))) {
                    texts++;
                    found.addAll(laterThings(file, text));
                }
            }
            for (Path file : files(Path.of(module, "src/main/resources"), ".sql")) {
                found.addAll(laterThings(file, withoutComments(Files.readString(file))));
            }
        }

        assertThat(texts).isGreaterThan(200);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (b text, unique nulls not distinct (b))",
                "MERGE INTO a USING b ON true",
                "select any_value(a) from b",
                "select * from pg_stat_io",
                "create view a with (security_invoker = true) as select 1",
                "create database a strategy file_copy",
                "select a from (select 1 as a) where a = 1",
                "select 1_000",
                "select a from (values (1), (2))"
            })
    void whatIsTooYoungIsFound(String sql) {
        assertThat(laterThings(Path.of("x"), sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 where a is not distinct from b",
                "select a from (select (1) as a) x where a = 1",
                "select a from (values (1)) as t (a), (select 2) y",
                "select random() from a_1 where b = 'x_1' and c = $1",
                "select json_array_elements(x::json)"
            })
    void whatIsOldEnoughIsLeftAlone(String sql) {
        assertThat(laterThings(Path.of("x"), sql)).isEmpty();
    }

    @Test
    void textsThatWereTakenApartAreReadAsOne() {
        assertThat(texts("x = \"select a from (\" + INNER + \" union select 1)\"\n"
                        + " + \" where b = '\\n"
                        + "'\"; y(\"no\", \"sql\")"))
                .containsExactly("select a from ( ?  union select 1) where b = '\\n'");
    }

    private static List<String> laterThings(Path file, String sql) {
        String plain = sql.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        LATER.forEach((name, pattern) -> {
            Matcher later = pattern.matcher(plain);
            if (later.find()) {
                found.add(file + ": " + name + ": " + later.group());
            }
        });
        Matcher derived = DERIVED.matcher(plain);
        while (derived.find()) {
            int end = closing(plain, plain.indexOf('(', derived.start()));
            if (!NAMED.matcher(plain.substring(end)).lookingAt()) {
                found.add(file + ": 16 subquery without a name: " + derived.group());
            }
        }
        return found;
    }

    /** Behind the bracket that closes the one at the place given. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** The texts of a source file that look like SQL; what is put between two literals becomes a question mark. */
    private static List<String> texts(String source) {
        List<String> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int end = -1;
        String code = source.replaceAll("(?m)^\\s*(//|/?\\*).*$", "");
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            Matcher between = GOES_ON.matcher(end < 0 ? "" : code.substring(end, literal.start()));
            if (between.matches()) {
                text.append(between.group(1) == null ? "" : " ? ");
            } else {
                all.add(text.toString());
                text.setLength(0);
            }
            text.append(literal.group(1) == null ? literal.group(2) : literal.group(1));
            end = literal.end();
        }
        all.add(text.toString());
        return all.stream().filter(t -> SQL.matcher(t).find()).toList();
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\\n]*", "");
    }

    private static List<Path> files(Path directory, String suffix) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Pattern> later(String... namesAndPatterns) {
        Map<String, Pattern> all = new TreeMap<>();
        for (int i = 0; i < namesAndPatterns.length; i += 2) {
            all.put(namesAndPatterns[i], Pattern.compile(namesAndPatterns[i + 1]));
        }
        return all;
    }
}
