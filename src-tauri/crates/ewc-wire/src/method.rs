//! The names of all messages of both sides.

use crate::open_enum::open_enum;

open_enum! {
    /// `body.method`. One name can stand for a request, a notification, an acknowledgement and
    /// an error; only together with the type of the frame does it say what the frame is.
    Method {
        /// Chapter 11, agent login.
        AgentLogin = "agentLogin",
        /// Chapter 11, agent logout.
        AgentLogout = "agentLogout",
        /// Chapter 11, entering a room.
        AgentJoinRoom = "agentJoinRoom",
        /// Chapter 11, configured screen pops.
        ScreenPops = "screenPops",
        /// Both chapters, somebody is typing.
        IsTyping = "isTyping",
        /// Both chapters, a line of chat.
        NewMessage = "newMessage",
        /// Chapter 11, leaving a chat.
        AgentQuitChat = "agentQuitChat",
        /// Chapter 11, the customer has left.
        CustomerDisconnect = "customerDisconnect",
        /// Chapter 11, closed reason.
        AgentSetClosedReason = "agentSetClosedReason",
        /// Chapter 11, earlier contacts of the customer.
        CustomerHistory = "customerHistory",
        /// Chapter 11, pushing a page.
        PagePush = "pagePush",
        /// Chapter 11, where a chat can be transferred to.
        GetDestinations = "getDestinations",
        /// Chapter 11, transfer, consult, conference, barge.
        OperationRequest = "operationRequest",
        /// Chapter 11, an agent has entered the room.
        ActiveAgentNotification = "activeAgentNotification",
        /// Chapter 11, new owner of a conference.
        ChangeConferenceOwner = "changeConferenceOwner",
        /// Chapter 11, a passive agent leaves.
        LeaveRoom = "leaveRoom",
        /// Chapter 11, the owner removes the passive agent.
        DropPassiveParticipant = "dropPassiveParticipant",
        /// Chapter 11, the owner ends the conference.
        ConferenceClose = "conferenceClose",
        /// Chapter 11, an agent is out of the room.
        ExitRoom = "exitRoom",
        /// Chapter 11, what a supervisor sees of the agents.
        AgentData = "agentData",
        /// Chapter 11, a supervisor has taken the room.
        SupervisorBarge = "supervisorBarge",
        /// Chapter 11, the customer's connection.
        CustomerConnectionStatus = "customerConnectionStatus",
        /// Chapter 10, asking for a chat.
        RequestChat = "requestChat",
        /// Chapter 10, place in the queue.
        QueueStatus = "queueStatus",
        /// Chapter 10, an agent has joined.
        NewParticipant = "newParticipant",
        /// Chapter 10, an agent has left.
        ParticipantLeave = "participantLeave",
        /// Chapter 10, the customer ends the chat.
        CloseConversation = "closeConversation",
        /// Chapter 10, pushing a page.
        NewPushPageMessage = "newPushPageMessage",
        /// Chapter 10, keep-alive.
        Ping = "ping",
        /// Chapter 10, the answer's name in the guide's example.
        Pong = "pong",
        /// Chapter 10, state of the queues.
        QueueMetrics = "queueMetrics",
    }
}
