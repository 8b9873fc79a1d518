//! The schema files, inside the binary.

pub(super) const SCHEMAS: &[(&str, &str)] = &[
    ("bn_BaseNotification.xsd", include_str!("../../../assets/cct/xsd/bn_BaseNotification.xsd")),
    ("f_faults.xsd", include_str!("../../../assets/cct/xsd/f_faults.xsd")),
    ("n_notification.xsd", include_str!("../../../assets/cct/xsd/n_notification.xsd")),
    ("nf_faults.xsd", include_str!("../../../assets/cct/xsd/nf_faults.xsd")),
    ("soapenv.xsd", include_str!("../../../assets/cct/xsd/soapenv.xsd")),
    ("t_types.xsd", include_str!("../../../assets/cct/xsd/t_types.xsd")),
    ("tadr_AddressService.xsd", include_str!("../../../assets/cct/xsd/tadr_AddressService.xsd")),
    ("tagt_AgentService.xsd", include_str!("../../../assets/cct/xsd/tagt_AgentService.xsd")),
    (
        "tatc_AgentTerminalConnectionService.xsd",
        include_str!("../../../assets/cct/xsd/tatc_AgentTerminalConnectionService.xsd"),
    ),
    (
        "tatm_AgentTerminalService.xsd",
        include_str!("../../../assets/cct/xsd/tatm_AgentTerminalService.xsd"),
    ),
    (
        "tcon_ConnectionService.xsd",
        include_str!("../../../assets/cct/xsd/tcon_ConnectionService.xsd"),
    ),
    ("tctc_ContactService.xsd", include_str!("../../../assets/cct/xsd/tctc_ContactService.xsd")),
    ("tmet_MetricsService.xsd", include_str!("../../../assets/cct/xsd/tmet_MetricsService.xsd")),
    (
        "tnc_NotificationConsumer.xsd",
        include_str!("../../../assets/cct/xsd/tnc_NotificationConsumer.xsd"),
    ),
    (
        "tnp_NotificationProducer.xsd",
        include_str!("../../../assets/cct/xsd/tnp_NotificationProducer.xsd"),
    ),
    (
        "trpa_RoutePointAddressService.xsd",
        include_str!("../../../assets/cct/xsd/trpa_RoutePointAddressService.xsd"),
    ),
    (
        "trpc_RoutePointConnectionService.xsd",
        include_str!("../../../assets/cct/xsd/trpc_RoutePointConnectionService.xsd"),
    ),
    ("tss_SessionService.xsd", include_str!("../../../assets/cct/xsd/tss_SessionService.xsd")),
    (
        "ttc_TerminalConnectionService.xsd",
        include_str!("../../../assets/cct/xsd/ttc_TerminalConnectionService.xsd"),
    ),
    ("ttm_TerminalService.xsd", include_str!("../../../assets/cct/xsd/ttm_TerminalService.xsd")),
    ("tus_UserService.xsd", include_str!("../../../assets/cct/xsd/tus_UserService.xsd")),
    ("wsa03_addressing.xsd", include_str!("../../../assets/cct/xsd/wsa03_addressing.xsd")),
    (
        "wsbf_wsrf-WS-BaseFaults-1-2-draft-01-xsd.xsd",
        include_str!("../../../assets/cct/xsd/wsbf_wsrf-WS-BaseFaults-1-2-draft-01-xsd.xsd"),
    ),
    (
        "wsrp_wsrf-WS-ResourceProperties-1-2-draft-01-xsd.xsd",
        include_str!(
            "../../../assets/cct/xsd/wsrp_wsrf-WS-ResourceProperties-1-2-draft-01-xsd.xsd"
        ),
    ),
];
