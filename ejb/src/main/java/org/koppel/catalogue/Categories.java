package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.shared.PartyId;

/**
 * The supplier's tree of categories, as one customer sees it. Counting a million articles takes long, so counts are kept: in this node's
 * memory, and in the database for other nodes and for the next start. The database counts the changes of the catalogue; what was kept of
 * an older version is not used, whichever node or tool made the change.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Categories {
    private static final int TREES = 500;

    @Inject
    private CatalogueDatabase database;

    private final Map<Key, Kept> trees = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > TREES;
        }
    };

    Categories() {} // for CDI

    Categories(CatalogueDatabase database) {
        this.database = database;
    }

    /** One assortment in one language, for shoppers with the same rules (null: without); everybody without rules shares one. */
    private record Key(String assortment, String shopper, String language) {}

    private record Kept(long version, List<Category> tree) {}

    private record State(long version, boolean own) {}

    /**
     * The top categories with their children, in the supplier's order; those in which the customer sees nothing are left out.
     *
     * @param language ISO 639-1; a name that is missing in it is English
     */
    public List<Category> tree(PartyId customer, String language) {
        return tree(Audience.of(customer), language);
    }

    /** Likewise for somebody who may see less than the customer; who has the same rules shares a tree. */
    public List<Category> tree(Audience audience, String language) {
        PartyId customer = audience.customer();
        State state = database.query(
                        CategorySql.STATE,
                        row -> new State(row.getLong("version"), row.getBoolean("own")),
                        customer.value())
                .get(0);
        Key key = new Key(state.own() ? customer.value() : "", shopper(audience), language);
        synchronized (trees) {
            Kept kept = trees.get(key);
            if (kept == null || kept.version() < state.version()) {
                kept = read(audience, key, state.version());
                trees.put(key, kept);
            }
            return kept.tree();
        }
    }

    /**
     * The name of every category behind those above it ({@code Cable › Data}), by code, children behind their parent; whoever
     * may see them.
     */
    public Map<String, String> names(String language) {
        Map<String, String> names = new LinkedHashMap<>();
        collect("", "", byParent(language), names);
        return names;
    }

    private static void collect(
            String parent, String above, Map<String, List<Named>> byParent, Map<String, String> names) {
        for (Named named : byParent.getOrDefault(parent, List.of())) {
            String name = above + named.name();
            names.put(named.code(), name);
            collect(named.code(), name + " › ", byParent, names);
        }
    }

    /** The categories of a tree from the top down to the one with the code; empty when there is none. */
    public static List<Category> path(List<Category> tree, String code) {
        for (Category category : tree) {
            if (category.code().equals(code)) {
                return List.of(category);
            }
            if (code != null && code.startsWith(category.code() + ".")) {
                List<Category> below = path(category.children(), code);
                return below.isEmpty()
                        ? below
                        : Stream.concat(Stream.of(category), below.stream()).toList();
            }
        }
        return List.of();
    }

    /** Rules of shoppers of different customers that are alike leave different trees. */
    private static String shopper(Audience audience) {
        return audience.isNarrowed() ? audience.customer() + " " + audience.rules() : null;
    }

    private CategoryCounts counts(Audience audience, Key key, long version) {
        CategoryCounts customers =
                database.query(CategorySql.KEPT, CategoryCounts::read, key.assortment(), version).stream()
                        .findFirst()
                        .orElseGet(() -> database.query(
                                        CategorySql.COUNT,
                                        CategoryCounts::read,
                                        audience.customer().value(),
                                        key.assortment())
                                .get(0));
        return audience.isNarrowed()
                ? database.query(audience, CategorySql.NARROWED, CategoryCounts::read, key.assortment())
                        .get(0)
                : customers;
    }

    private Kept read(Audience audience, Key key, long version) {
        CategoryCounts counts = counts(audience, key, version);
        return new Kept(counts.version(), below("", byParent(key.language()), counts));
    }

    private Map<String, List<Named>> byParent(String language) {
        Map<String, List<Named>> byParent = new LinkedHashMap<>();
        database.query(CategorySql.NAMES, row -> new Named(row.getString("code"), row.getString("name")), language)
                .forEach(n -> byParent.computeIfAbsent(n.parent(), p -> new ArrayList<>())
                        .add(n));
        return byParent;
    }

    private static List<Category> below(String parent, Map<String, List<Named>> byParent, CategoryCounts counts) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(n -> category(n, below(n.code(), byParent, counts), counts.count(n.code())))
                .filter(c -> c.count() > 0)
                .toList();
    }

    private static Category category(Named named, List<Category> children, CategoryCounts.Count own) {
        int all = own.articles() + children.stream().mapToInt(Category::count).sum();
        String example = Stream.concat(
                        Stream.ofNullable(own.example()), children.stream().map(Category::example))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Category(named.code(), named.name(), all, children, example);
    }

    private record Named(String code, String name) {

        String parent() {
            int point = code.lastIndexOf('.');
            return point < 0 ? "" : code.substring(0, point);
        }
    }
}
