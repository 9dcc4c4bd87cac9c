/**
 * The idle limit, and how a person's own calls are told from what a browser does by itself.
 *
 * <p>A refresh proves only that a client still runs: an unattended tab refreshes for ever. So a refresh never moves
 * {@code last_seen_at}, and carries no claim about activity that would have to be believed. What moves it is a call that
 * the person made with an access token, seen by the part that answered it:
 * <ul>
 * <li>calls to this service's own resources marked {@code @OwnCall}, noted by {@code OwnCallFilter} as they come in;
 * <li>calls to the other services: the gateway reports, in batches, the sessions whose calls it passed on, to
 * {@code POST /internal/sessions/activity} (at most the newest instant of each session; a batch that failed is sent again).
 * It leaves out refreshes and open streams after their start; a page that asks by itself stops when nobody is at it.
 * </ul>
 * Reports go to this service's database rather than to Redis: the limit must hold while Redis is away, and outlive it.
 * An access token never lives beyond the instant at which the session would become idle, so the limit is exact without
 * anybody asking, and a report or call that comes after it revives nothing.
 * Talks to: nobody.
 */
package dev.smartdoctor.auth.activity;
