package dev.smartdoctor.appointment.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Doctors with their locations, always read together: a lazy collection cannot be reached after the session. */
@ApplicationScoped
class DoctorRepository implements PanacheRepositoryBase<Doctor, UUID> {

    private static final String ACTIVE = "select distinct d from Doctor d left join fetch d.locationIds where d.active = true";
    private static final String OF_SPECIALTY = " and d.specialty = :specialty";
    private static final String AT_LOCATION = " and :locationId member of d.locationIds";
    private static final String IN_ORDER = " order by d.fullName, d.id";

    private static final String ONE = "select d from Doctor d left join fetch d.locationIds where d.id = ?1";

    /** Only what is asked for becomes a condition; all that varies is bound. Names are compared here: no index would serve the search. */
    Uni<List<Doctor>> search(String specialty, UUID locationId, String text) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder(ACTIVE);
        if (specialty != null) {
            query.append(OF_SPECIALTY);
            parameters.put("specialty", specialty);
        }
        if (locationId != null) {
            query.append(AT_LOCATION);
            parameters.put("locationId", locationId);
        }
        Uni<List<Doctor>> doctors = list(query.append(IN_ORDER).toString(), parameters);
        if (text == null) {
            return doctors;
        }
        NameSearch name = new NameSearch(text);
        return doctors.map(all -> all.stream().filter(doctor -> name.finds(doctor.fullName)).toList());
    }

    /** {@code null} where there is none. */
    Uni<Doctor> withLocations(UUID id) {
        return list(ONE, id).map(found -> found.isEmpty() ? null : found.get(0));
    }

    /**
     * The same, and nobody else changes this doctor or the doctor's hours until the transaction ends: whole rows are
     * written, so two changes at a time would undo each other.
     */
    Uni<Doctor> lockWithLocations(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).call(found -> found == null
                ? Uni.createFrom().voidItem()
                : Mutiny.fetch(found.locationIds));
    }
}
