package dev.millrace.tables.silver;

import dev.millrace.table.EntitySpec;
import java.util.List;
import java.util.Optional;

/** All entities that sources can be mapped onto. */
public final class Entities {

    public static final List<EntitySpec> ALL = List.of(
            OrderLine.ENTITY,
            Payment.ENTITY,
            Shipment.ENTITY,
            StockLevel.ENTITY,
            Rating.ENTITY,
            Review.ENTITY,
            ReviewAspect.ENTITY,
            Complaint.ENTITY,
            WebEvent.ENTITY,
            CampaignContact.ENTITY,
            CampaignOffer.ENTITY,
            AdSpend.ENTITY,
            AdEvent.ENTITY,
            ChannelPath.ENTITY,
            MarketingSpend.ENTITY,
            Lead.ENTITY,
            Deal.ENTITY,
            Application.ENTITY,
            MachineReading.ENTITY,
            MachineEvent.ENTITY,
            SeriesObservation.ENTITY,
            Customer.ENTITY,
            Product.ENTITY,
            Account.ENTITY,
            Partner.ENTITY,
            SupplyTerms.ENTITY,
            BillComponent.ENTITY,
            Campaign.ENTITY,
            Machine.ENTITY,
            CodeLabel.ENTITY);

    private Entities() {}

    /** The entity of a name. */
    public static Optional<EntitySpec> named(String name) {
        return ALL.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }
}
