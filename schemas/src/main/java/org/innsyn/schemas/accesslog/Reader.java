package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads much, against what is usual in their unit.
 *
 * @param actor random reference to the actor
 * @param id the id the actor goes by; null once its key is destroyed
 * @param unit the claimed unit most of the accesses name
 * @param entries entries of this actor in the period
 * @param people how many different people's data it was; above a few thousand an estimate within a few per cent
 * @param usual the median of entries over the actors of the same unit in the same period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reader(UUID actor, @Nullable String id, @Nullable String unit, long entries, long people, long usual) {}
