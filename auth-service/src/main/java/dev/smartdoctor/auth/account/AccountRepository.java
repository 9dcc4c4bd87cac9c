package dev.smartdoctor.auth.account;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Accounts for reading. */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<Account, UUID> {
    private static final String ORDER = " order by createdAt, id";

    @WithSession
    public Uni<Account> read(UUID id) {
        return findById(id);
    }

    /** Accounts whose name or address contains the text, the oldest first; all of them where the text is blank. */
    @WithSession
    public Uni<Page<Account>> search(String text, PageRequest request) {
        PanacheQuery<Account> found = text == null || text.isBlank() ? find("from Account" + ORDER) : matching(text);
        return found.count().chain(total -> found.page(request.page(), request.pageSize()).list()
                .map(items -> Page.of(items, request, total)));
    }

    private PanacheQuery<Account> matching(String text) {
        String pattern = "%" + escaped(EmailKey.of(text)) + "%";
        return find("lower(fullName) like ?1 escape '!' or emailKey like ?1 escape '!'" + ORDER, pattern);
    }

    private static String escaped(String text) {
        String literal = text;
        for (String special : List.of("!", "%", "_")) {
            literal = literal.replace(special, "!" + special);
        }
        return literal;
    }
}
