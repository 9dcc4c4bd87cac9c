package dev.smartdoctor.notification.preference;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;

/** Preferences by account id. */
@ApplicationScoped
public class PreferenceRepository implements PanacheRepositoryBase<Preference, UUID> {
}
