package dev.smartdoctor.auth.audit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** The audit for reading, the newest first. */
@ApplicationScoped
public class AuditRepository implements PanacheRepositoryBase<AuditEvent, UUID> {
    private static final String ORDER = "order by occurredAt desc, id";

    @WithSession
    public Uni<Page<AuditEvent>> list(UUID subjectId, PageRequest request) {
        PanacheQuery<AuditEvent> found = subjectId == null
                ? find("from AuditEvent " + ORDER)
                : find("subjectId = ?1 " + ORDER, subjectId);
        return found.count().chain(total -> found.page(request.page(), request.pageSize()).list()
                .map(items -> Page.of(items, request, total)));
    }
}
