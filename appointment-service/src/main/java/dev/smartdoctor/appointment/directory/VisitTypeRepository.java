package dev.smartdoctor.appointment.directory;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class VisitTypeRepository implements PanacheRepositoryBase<VisitType, String> {

    Uni<List<VisitType>> active() {
        return list("active = true order by code");
    }
}
