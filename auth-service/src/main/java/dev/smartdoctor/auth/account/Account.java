package dev.smartdoctor.auth.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An account as it is read; it never changes through Hibernate, since changes lock the row and append events. */
@Entity
@Immutable
@Table(name = "account")
public class Account {
    @Id
    UUID id;
    String email;
    @Column(name = "email_key")
    String emailKey;
    @Column(name = "full_name")
    String fullName;
    String phone;
    @Column(name = "date_of_birth")
    LocalDate dateOfBirth;
    String locale;
    @Column(name = "time_zone")
    String timeZone;
    String[] roles;
    String status;
    @Column(name = "verified_at")
    Instant verifiedAt;
    @Column(name = "created_at")
    Instant createdAt;

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public String phone() {
        return phone;
    }

    public LocalDate dateOfBirth() {
        return dateOfBirth;
    }

    public String locale() {
        return locale;
    }

    public String timeZone() {
        return timeZone;
    }

    public List<String> roles() {
        return List.of(roles);
    }

    public String status() {
        return status;
    }

    public boolean emailVerified() {
        return verifiedAt != null;
    }
}
