//! The program as its users meet it: started, asked over sockets, and ended.

mod clients;
mod control;
mod figures;
mod limits;
mod running;
mod seeds;
mod starting;
mod state;
mod tls;
mod webhooks;
