function mpc = stays_open
% a strong and a weak line side by side, both of the same reactance
mpc.version = '2';
mpc.baseMVA = 100;

%% bus_i type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin
mpc.bus = [
	1	3	0	0	0	0	1	1	0	110	1	1.1	0.9;
	2	1	90	0	0	0	1	1	0	110	1	1.1	0.9;
	3	1	10	0	0	0	1	1	0	110	1	1.1	0.9;
];

%% bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin
mpc.gen = [
	1	0	0	0	0	1	100	1	200	0;
];

%% fbus tbus r x b rateA rateB rateC ratio angle status angmin angmax
mpc.branch = [
	1	2	0	0.1	0	100	0	0	0	0	1	-360	360;
	1	2	0	0.1	0	20	0	0	0	0	1	-360	360;
	1	3	0	0.1	0	0	0	0	0	0	1	-360	360;
];
