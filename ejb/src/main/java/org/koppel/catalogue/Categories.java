package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.koppel.shared.PartyId;

/** The supplier's tree of categories, as one customer sees it. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Categories {
    @Inject
    private CatalogueDatabase database;

    Categories() {} // for CDI

    Categories(CatalogueDatabase database) {
        this.database = database;
    }

    /**
     * The top categories with their children, in the supplier's order; those in which the customer sees nothing are left out.
     *
     * @param language ISO 639-1; a name that is missing in it is English
     */
    public List<Category> tree(PartyId customer, String language) {
        List<Category> flat = database.query(
                SearchSql.CATEGORY_COUNTS,
                row -> new Category(row.getString("code"), row.getString("name"), row.getInt("articles"), List.of()),
                customer.value(),
                language);
        return below(null, flat);
    }

    private static List<Category> below(String parent, List<Category> flat) {
        return flat.stream()
                .filter(c -> Objects.equals(parent, parentOf(c.code())))
                .map(c -> withChildren(c, below(c.code(), flat)))
                .filter(c -> c.count() > 0)
                .toList();
    }

    private static Category withChildren(Category own, List<Category> children) {
        int all = own.count() + children.stream().mapToInt(Category::count).sum();
        return new Category(own.code(), own.name(), all, children);
    }

    private static String parentOf(String code) {
        int point = code.lastIndexOf('.');
        return point < 0 ? null : code.substring(0, point);
    }
}
